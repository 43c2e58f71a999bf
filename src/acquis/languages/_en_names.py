"""What English calls states, bodies and parts of the world, and how it builds such names."""

from acquis.languages import Names, keyed, phrases, words

NAMES = Names(
    states=keyed("""
        NLD: holland
        MKD: fyrom; northern macedonia; republic of north macedonia
        CIV: cote d'ivoire
        VNM: socialist republic of viet nam
        KOR: south korea
        PRK: north korea
        TUR: turkiye; republic of türkiye
        TWN: taiwan
        COD: congo-kinshasa; dr congo
        COG: congo-brazzaville
        FRA: french republic
        GRC: hellenic republic
        CHE: swiss confederation
        PRT: portuguese republic
        ITA: italian republic
        ARG: argentine republic
        EGY: arab republic of egypt
        DOM: dominican republic
        ESP: kingdom of spain
        STP: sao tome and principe
        GBR: england; scotland; wales; northern ireland
        RUS: russian federation
        KGZ: kyrgyz republic; kirghizia
        CHN: people's republic of china; prc
        IRN: islamic republic of iran; iran
        SYR: syrian arab republic; syria
        PRK: democratic people's republic of korea; dprk
        KOR: republic of korea
        VNM: viet nam
        LAO: lao people's democratic republic; lao pdr
        USA: united states of america; usa
        GBR: united kingdom of great britain and northern ireland; great britain
        TZA: united republic of tanzania
        MDA: republic of moldova
        VEN: bolivarian republic of venezuela
        BOL: plurinational state of bolivia
        PSE: state of palestine; palestine
        VAT: holy see
        CIV: côte d'ivoire; ivory coast
        CPV: cabo verde
        CZE: czech republic
        TUR: türkiye; turkey
        TLS: timor-leste; east timor
        COD: democratic republic of the congo
        COG: republic of the congo
        ZAF: republic of south africa
        SAU: kingdom of saudi arabia
        MKD: the former yugoslav republic of macedonia; macedonia
        MMR: burma
        SWZ: swaziland
        BRN: brunei darussalam
        BLR: byelorussia
        FSM: federated states of micronesia
        AFG: islamic republic of afghanistan
        PAK: islamic republic of pakistan
        DEU: federal republic of germany
        YUG: yugoslavia; federal republic of yugoslavia
        SCG: serbia and montenegro
        SUN: soviet union; ussr; union of soviet socialist republics
        CSK: czechoslovakia
        DDR: german democratic republic
        ZAR: zaire
    """),
    realms=words("republic kingdom federation emirate sultanate principality commonwealth confederation"),
    bodies=keyed("""
        cd: conference on disarmament; geneva conference on disarmament; geneva disarmament conference
        undc: united nations disarmament commission; disarmament commission
        g20: group of twenty; group of 20; g20
        g77: group of 77
        nam: non-aligned movement; movement of non-aligned countries
        nsg: nuclear suppliers group
        wto: world trade organization; wto
        imf: international monetary fund; imf
        wb: world bank
        interpol: interpol; international criminal police organization
        eaeu: eurasian economic union; eaeu
        las: league of arab states; arab league
        gcc: gulf cooperation council
        fatf: financial action task force; fatf
        adb: asian development bank
        icrc: international committee of the red cross; icrc
        icj: international court of justice
        icc: international criminal court
        pca: permanent court of arbitration
        unsg: secretary-general; united nations secretary-general; un secretary-general
        unsg: secretary-general of the united nations
        hrhc: united nations high commissioner for human rights
        hrcr: united nations high commissioner for refugees
    """),
    places=keyed("""
        middle-east: middle east; near east
        gulf: persian gulf; gulf region
        caucasus: caucasus; south caucasus; transcaucasia
        balkans: balkans; western balkans
        horn: horn of africa
        sahel: sahel
        korea: korean peninsula
        gaza: gaza; gaza strip
        arctic: arctic
        eurasia: eurasia
        asia-pacific: asia-pacific; asia and the pacific; asia-pacific region
        south-asia: south asia
        latin-america: latin america and the caribbean
        caspian: caspian sea; caspian
        indian-ocean: indian ocean
    """),
    body_nouns=words("""
        conference committee subcommittee commission council assembly agency group organization organisation union
        board court tribunal forum bureau authority bank fund centre center institute office secretariat parliament
        congress league network structure programme club summit
    """),
    instrument_nouns=words("""
        treaty convention covenant protocol charter agreement declaration statute pact accord accords agenda strategy
        framework code memorandum concept roadmap communiqué communique rules plan programme regulation principles
    """),
    mission_nouns=words("mission operation force"),
    joins=phrases("of; on; for; the; against; to; between; among; with; concerning; its; all"),
    sessions=("session",),
    no_names=phrases("""
        south china sea; east china sea; gulf of guinea; gulf of oman; sea of japan; guinea pig; guinea pigs;
        guinea fowl; brazil nut; brazil nuts; jordan almonds; china clay; panama hat; panama hats; india ink;
        india rubber; sea of oman; turkey red; chile pepper; chile peppers; new england;
        new mexico; gulf of mexico; jordan river; jordan valley
    """),
    titled=True,
)
