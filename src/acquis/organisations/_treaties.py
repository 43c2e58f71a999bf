"""Multilateral treaties and declarations of the world, by the names that texts call them by.

The address of a treaty has the day on which it was adopted or opened for signature: the one that its depositary
prints with its title. Declarations that a resolution carries have the address of the resolution.
"""

from typing import Final

from acquis.organisations._tables import listed
from acquis.organisations._treaty_names import ABROAD

_UNITED_NATIONS = """
un:1945-06-26/charter: charter of the united nations; united nations charter; un charter; charter of the un
un:1945-06-26/icj-statute: statute of the international court of justice; statute of the court
un:A/RES/217A(III): universal declaration of human rights; udhr
un:A/RES/70/1: 2030 agenda for sustainable development; 2030 agenda; agenda 2030; transforming our world
un:A/RES/55/2: united nations millennium declaration; millennium declaration
un:A/RES/60/1: 2005 world summit outcome
un:A/RES/60/288: united nations global counter-terrorism strategy; un global counter-terrorism strategy
un:A/RES/61/295: united nations declaration on the rights of indigenous peoples
un:A/RES/41/128: declaration on the right to development
un:A/RES/48/104: declaration on the elimination of violence against women
un:A/RES/1514(XV): declaration on the granting of independence to colonial countries and peoples
un:A/RES/2625(XXV): declaration on principles of international law concerning friendly relations
un:A/RES/3314(XXIX): definition of aggression
un:A/RES/3281(XXIX): charter of economic rights and duties of states
un:A/RES/2542(XXIV): declaration on social progress and development
un:A/RES/53/144: declaration on human rights defenders; declaration on the right and responsibility of individuals
un:A/RES/53/243A: declaration on a culture of peace
un:A/RES/53/243B: programme of action on a culture of peace
un:A/RES/47/135: declaration on the rights of persons belonging to national or ethnic, religious and linguistic
    minorities
un:A/RES/36/55: declaration on the elimination of all forms of intolerance and of discrimination based on religion
    or belief
un:A/RES/40/34: declaration of basic principles of justice for victims of crime and abuse of power
un:A/RES/47/133: declaration on the protection of all persons from enforced disappearance
un:A/RES/66/137: united nations declaration on human rights education and training
un:A/RES/73/165: united nations declaration on the rights of peasants and other people working in rural areas
un:A/RES/69/313: addis ababa action agenda; addis ababa action agenda of the third international conference on
    financing for development
un:A/RES/69/283: sendai framework for disaster risk reduction 2015-2030; sendai framework for disaster risk
    reduction; sendai framework
un:A/RES/71/256: new urban agenda
un:A/RES/69/15: sids accelerated modalities of action (samoa) pathway; samoa pathway
un:A/RES/69/137: vienna programme of action for landlocked developing countries for the decade 2014-2024; vienna
    programme of action
un:A/RES/76/258: doha programme of action for the least developed countries; doha programme of action
un:A/RES/66/288: the future we want
un:A/RES/63/239: doha declaration on financing for development
un:A/RES/71/1: new york declaration for refugees and migrants
un:A/RES/73/195: global compact for safe, orderly and regular migration
un:A/RES/79/1: pact for the future
un:A/RES/50/81: world programme of action for youth; world programme of action for youth to the year 2000 and beyond
un:A/RES/37/52: world programme of action concerning disabled persons
un:A/RES/70/175: nelson mandela rules
un:A/RES/65/229: bangkok rules
un:A/RES/64/293: united nations global plan of action to combat trafficking in persons; global plan of action to
    combat trafficking in persons
un:1992-06-14/rio-declaration: rio declaration on environment and development; rio declaration
un:1992-06-14/agenda-21: agenda 21
un:A/RES/S-19/2: programme for the further implementation of agenda 21
un:1993-06-25/vienna-declaration: vienna declaration and programme of action
un:1994-05-06/barbados-programme: barbados programme of action; programme of action for the sustainable development
    of small island developing states
un:1994-09-13/icpd-programme: programme of action of the international conference on population and development;
    cairo programme of action
un:1995-03-12/copenhagen-declaration: copenhagen declaration on social development; copenhagen declaration
un:1995-09-15/beijing-declaration: beijing declaration and platform for action; beijing platform for action; beijing
    declaration
un:1996-06-14/habitat-agenda: habitat agenda
un:2001-09-08/durban-declaration: durban declaration and programme of action; durban declaration
un:2002-03-22/monterrey-consensus: monterrey consensus of the international conference on financing for development;
    monterrey consensus
un:2002-04-12/madrid-plan: madrid international plan of action on ageing, 2002; madrid international plan of action
    on ageing
un:2002-09-04/johannesburg-plan: johannesburg plan of implementation; plan of implementation of the world summit on
    sustainable development
un:2002-09-04/johannesburg-declaration: johannesburg declaration on sustainable development
un:2003-12-12/geneva-declaration-of-principles: geneva declaration of principles
un:2005-01-14/mauritius-strategy: mauritius strategy; mauritius declaration
un:2005-11-18/tunis-agenda: tunis agenda for the information society; tunis agenda
un:2011-05-13/istanbul-programme: istanbul programme of action for the least developed countries for the decade
    2011-2020; istanbul programme of action
"""

_RIGHTS = """
treaty:1948-12-09/genocide: convention on the prevention and punishment of the crime of genocide; genocide
    convention
treaty:1951-07-28/refugees: convention relating to the status of refugees; 1951 refugee convention; 1951 convention
    relating to the status of refugees; refugee convention
treaty:1967-01-31/refugees-protocol: protocol relating to the status of refugees
treaty:1954-09-28/stateless-persons: convention relating to the status of stateless persons
treaty:1961-08-30/reduction-of-statelessness: convention on the reduction of statelessness
treaty:1965-12-21/racial-discrimination: international convention on the elimination of all forms of racial
    discrimination; convention on the elimination of all forms of racial discrimination; icerd
treaty:1966-12-16/civil-and-political-rights: international covenant on civil and political rights; iccpr
treaty:1966-12-16/economic-social-and-cultural-rights: international covenant on economic, social and cultural
    rights; icescr
treaty:1973-11-30/apartheid: international convention on the suppression and punishment of the crime of apartheid
treaty:1979-12-18/discrimination-against-women: convention on the elimination of all forms of discrimination against
    women; cedaw
treaty:1984-12-10/torture: convention against torture and other cruel, inhuman or degrading treatment or punishment;
    convention against torture
treaty:1989-11-20/rights-of-the-child: convention on the rights of the child
treaty:2000-05-25/children-armed-conflict: optional protocol to the convention on the rights of the child on the
    involvement of children in armed conflict
treaty:2000-05-25/sale-of-children: optional protocol to the convention on the rights of the child on the sale of
    children, child prostitution and child pornography
treaty:1990-12-18/migrant-workers: international convention on the protection of the rights of all migrant workers
    and members of their families
treaty:2002-12-18/torture-protocol: optional protocol to the convention against torture and other cruel, inhuman or
    degrading treatment or punishment
treaty:1966-12-16/civil-and-political-rights-protocol: optional protocol to the international covenant on civil and
    political rights
treaty:1989-12-15/death-penalty: second optional protocol to the international covenant on civil and political
    rights
treaty:1999-10-06/discrimination-against-women-protocol: optional protocol to the convention on the elimination of
    all forms of discrimination against women
treaty:2006-12-13/persons-with-disabilities-protocol: optional protocol to the convention on the rights of persons
    with disabilities
treaty:2008-12-10/economic-social-and-cultural-rights-protocol: optional protocol to the international covenant on
    economic, social and cultural rights
treaty:2011-12-19/communications-procedure: optional protocol to the convention on the rights of the child on a
    communications procedure
treaty:2006-12-13/persons-with-disabilities: convention on the rights of persons with disabilities
treaty:2006-12-20/enforced-disappearance: international convention for the protection of all persons from enforced
    disappearance
treaty:1926-09-25/slavery: slavery convention
treaty:1998-07-17/rome-statute: rome statute of the international criminal court; rome statute
treaty:1930-06-28/forced-labour: forced labour convention, 1930; forced labour convention
treaty:1948-07-09/freedom-of-association: freedom of association and protection of the right to organise convention
treaty:1957-06-25/abolition-of-forced-labour: abolition of forced labour convention
treaty:1958-06-25/discrimination-in-employment: discrimination (employment and occupation) convention
treaty:1973-06-26/minimum-age: minimum age convention, 1973; minimum age convention
treaty:1989-06-27/indigenous-and-tribal-peoples: indigenous and tribal peoples convention
treaty:1999-06-17/worst-forms-of-child-labour: worst forms of child labour convention, 1999; worst forms of child
    labour convention
treaty:2006-02-23/maritime-labour: maritime labour convention, 2006; maritime labour convention
treaty:2011-06-16/domestic-workers: domestic workers convention
treaty:2019-06-21/violence-and-harassment: violence and harassment convention
"""

_LAW = """
treaty:1907-10-18/laws-of-war-on-land: hague convention respecting the laws and customs of war on land
treaty:1925-06-17/geneva-protocol: protocol for the prohibition of the use in war of asphyxiating, poisonous or
    other gases; 1925 geneva protocol; geneva protocol of 1925
treaty:1946-02-13/privileges-and-immunities-of-the-united-nations: convention on the privileges and immunities of
    the united nations
treaty:1947-11-21/privileges-and-immunities-of-the-specialized-agencies: convention on the privileges and immunities
    of the specialized agencies
treaty:1949-08-12/geneva-1: first geneva convention; geneva convention for the amelioration of the condition of the
    wounded and sick in armed forces in the field
treaty:1949-08-12/geneva-3: third geneva convention; geneva convention relative to the treatment of prisoners of war
treaty:1949-08-12/geneva-4: fourth geneva convention; geneva convention relative to the protection of civilian
    persons in time of war
treaty:1949-08-12/geneva-conventions: geneva conventions of 12 august 1949; geneva conventions of 1949; four geneva
    conventions; 1949 geneva conventions; geneva conventions
treaty:1977-06-08/additional-protocols: additional protocols thereto of 1977; additional protocols of 1977;
    additional protocols of 8 june 1977
treaty:1954-05-14/cultural-property: convention for the protection of cultural property in the event of armed
    conflict
treaty:1958-06-10/arbitral-awards: convention on the recognition and enforcement of foreign arbitral awards
treaty:1961-04-18/diplomatic-relations: vienna convention on diplomatic relations; convention on diplomatic
    relations
treaty:1963-04-24/consular-relations: vienna convention on consular relations; convention on consular relations
treaty:1969-05-23/law-of-treaties: vienna convention on the law of treaties
treaty:1986-03-21/law-of-treaties-organisations: vienna convention on the law of treaties between states and
    international organizations or between international organizations
treaty:1980-04-11/sale-of-goods: united nations convention on contracts for the international sale of goods
treaty:1980-10-25/child-abduction: convention on the civil aspects of international child abduction
treaty:1994-12-09/united-nations-personnel: convention on the safety of united nations and associated personnel
treaty:2004-12-02/state-immunity: united nations convention on jurisdictional immunities of states and their
    property
treaty:1982-12-10/law-of-the-sea: united nations convention on the law of the sea; unclos
treaty:1994-07-28/part-xi: agreement relating to the implementation of part xi of the united nations convention on
    the law of the sea; part xi agreement
treaty:1995-08-04/fish-stocks: agreement for the implementation of the provisions of the united nations convention
    on the law of the sea of 10 december 1982 relating to the conservation and management of straddling fish stocks
    and highly migratory fish stocks; united nations fish stocks agreement; fish stocks agreement
treaty:2023-06-19/marine-biodiversity: agreement under the united nations convention on the law of the sea on the
    conservation and sustainable use of marine biological diversity of areas beyond national jurisdiction; bbnj
    agreement
treaty:1993-11-24/compliance: agreement to promote compliance with international conservation and management
    measures by fishing vessels on the high seas
treaty:2009-11-22/port-state-measures: agreement on port state measures to prevent, deter and eliminate illegal,
    unreported and unregulated fishing; port state measures agreement
treaty:1944-12-07/civil-aviation: convention on international civil aviation; chicago convention
treaty:1974-11-01/safety-of-life-at-sea: international convention for the safety of life at sea, 1974; international
    convention for the safety of life at sea; solas
treaty:1978-07-07/seafarers: international convention on standards of training, certification and watchkeeping for
    seafarers
treaty:1979-04-27/search-and-rescue: international convention on maritime search and rescue, 1979; international
    convention on maritime search and rescue
treaty:1988-03-10/safety-of-navigation: convention for the suppression of unlawful acts against the safety of
    maritime navigation
treaty:1947-10-30/gatt: general agreement on tariffs and trade
treaty:1994-04-15/wto: marrakesh agreement establishing the world trade organization; marrakesh agreement
treaty:1994-04-15/trips: agreement on trade-related aspects of intellectual property rights; trips agreement
treaty:1957-09-30/adr: european agreement concerning the international carriage of dangerous goods by road
treaty:2000-05-26/adn: european agreement concerning the international carriage of dangerous goods by inland
    waterways
treaty:1968-11-08/road-traffic: convention on road traffic
treaty:1968-11-08/road-signs: convention on road signs and signals
treaty:1975-11-14/tir: customs convention on the international transport of goods under cover of tir carnets; tir
    convention, 1975; tir convention
treaty:1982-10-21/harmonization-of-frontier-controls: international convention on the harmonization of frontier
    controls of goods; harmonization convention
"""

_ARMS = """
treaty:1959-12-01/antarctic: antarctic treaty
treaty:1963-08-05/partial-test-ban: treaty banning nuclear weapon tests in the atmosphere, in outer space and under
    water; partial test ban treaty
treaty:1967-01-27/outer-space: treaty on principles governing the activities of states in the exploration and use of
    outer space, including the moon and other celestial bodies; outer space treaty
treaty:1968-04-22/rescue-of-astronauts: agreement on the rescue of astronauts, the return of astronauts and the
    return of objects launched into outer space
treaty:1972-03-29/space-liability: convention on international liability for damage caused by space objects
treaty:1974-11-12/space-registration: convention on registration of objects launched into outer space
treaty:1979-12-05/moon: agreement governing the activities of states on the moon and other celestial bodies
treaty:1968-07-01/non-proliferation: treaty on the non-proliferation of nuclear weapons; nuclear non-proliferation
    treaty; non-proliferation treaty; npt
treaty:1996-09-10/test-ban: comprehensive nuclear-test-ban treaty; comprehensive nuclear test ban treaty; ctbt
treaty:2017-07-07/prohibition-of-nuclear-weapons: treaty on the prohibition of nuclear weapons
treaty:1971-02-11/sea-bed: treaty on the prohibition of the emplacement of nuclear weapons and other weapons of mass
    destruction on the seabed and the ocean floor
treaty:1972-04-10/biological-weapons: convention on the prohibition of the development, production and stockpiling
    of bacteriological (biological) and toxin weapons and on their destruction; biological and toxin weapons
    convention; biological weapons convention
treaty:1993-01-13/chemical-weapons: convention on the prohibition of the development, production, stockpiling and
    use of chemical weapons and on their destruction; chemical weapons convention
treaty:1976-12-10/environmental-modification: convention on the prohibition of military or any other hostile use of
    environmental modification techniques
treaty:1980-10-10/conventional-weapons: convention on prohibitions or restrictions on the use of certain
    conventional weapons which may be deemed to be excessively injurious or to have indiscriminate effects;
    convention on certain conventional weapons
treaty:1997-09-18/anti-personnel-mines: convention on the prohibition of the use, stockpiling, production and
    transfer of anti-personnel mines and on their destruction; anti-personnel mine ban convention; ottawa convention
treaty:2008-05-30/cluster-munitions: convention on cluster munitions
treaty:2013-04-02/arms-trade: arms trade treaty
treaty:1967-02-14/tlatelolco: treaty for the prohibition of nuclear weapons in latin america and the caribbean;
    treaty of tlatelolco
treaty:1985-08-06/rarotonga: south pacific nuclear free zone treaty; treaty of rarotonga
treaty:1995-12-15/bangkok: treaty on the southeast asia nuclear weapon-free zone; treaty of bangkok
treaty:1996-04-11/pelindaba: african nuclear-weapon-free zone treaty; treaty of pelindaba
treaty:2006-09-08/central-asia-zone: treaty on a nuclear-weapon-free zone in central asia; treaty on a
    nuclear-weapons-free zone in central asia; central asia nuclear-weapon-free zone treaty; central asian
    nuclear-weapon-free zone treaty; treaty of semipalatinsk
treaty:2014-05-06/central-asia-zone-protocol: protocol to the treaty on a nuclear-weapon-free zone in central asia;
    protocol to the treaty on a nuclear-weapons-free zone in central asia
un:CD/1839: treaty on the prevention of the placement of weapons in outer space; agreement on the
    prevention of the deployment of weapons in outer space
treaty:1979-10-26/nuclear-material: convention on the physical protection of nuclear material
treaty:1987-12-08/intermediate-range-forces: intermediate-range nuclear forces treaty; inf treaty
treaty:2010-04-08/new-start: new start treaty
treaty:1992-03-24/open-skies: treaty on open skies
treaty:1990-11-19/conventional-forces-in-europe: treaty on conventional armed forces in europe
treaty:1972-05-26/anti-ballistic-missiles: treaty on the limitation of anti-ballistic missile systems;
    anti-ballistic missile treaty
"""

_CRIME = """
treaty:1961-03-30/narcotic-drugs: single convention on narcotic drugs of 1961; single convention on narcotic drugs,
    1961; single convention on narcotic drugs
treaty:1971-02-21/psychotropic-substances: convention on psychotropic substances of 1971; convention on psychotropic
    substances, 1971; convention on psychotropic substances
treaty:1988-12-20/illicit-traffic: united nations convention against illicit traffic in narcotic drugs and
    psychotropic substances of 1988; united nations convention against illicit traffic in narcotic drugs and
    psychotropic substances
treaty:2000-11-15/organized-crime: united nations convention against transnational organized crime; palermo
    convention
treaty:2000-11-15/trafficking-in-persons: protocol to prevent, suppress and punish trafficking in persons,
    especially women and children, supplementing the united nations convention against transnational organized
    crime; protocol to prevent, suppress and punish trafficking in persons, especially women and children;
    trafficking in persons protocol
treaty:2000-11-15/smuggling-of-migrants: protocol against the smuggling of migrants by land, sea and air,
    supplementing the united nations convention against transnational organized crime; protocol against the
    smuggling of migrants by land, sea and air
treaty:2001-05-31/firearms: protocol against the illicit manufacturing of and trafficking in firearms, their parts
    and components and ammunition, supplementing the united nations convention against transnational organized
    crime; protocol against the illicit manufacturing of and trafficking in firearms, their parts and components and
    ammunition; firearms protocol
treaty:2003-10-31/corruption: united nations convention against corruption
treaty:2024-12-24/cybercrime: united nations convention against cybercrime
treaty:1963-09-14/offences-on-board-aircraft: convention on offences and certain other acts committed on board
    aircraft
treaty:1970-12-16/seizure-of-aircraft: convention for the suppression of unlawful seizure of aircraft
treaty:1971-09-23/safety-of-civil-aviation: convention for the suppression of unlawful acts against the safety of
    civil aviation
treaty:1973-12-14/protected-persons: convention on the prevention and punishment of crimes against internationally
    protected persons, including diplomatic agents
treaty:1979-12-17/hostages: international convention against the taking of hostages
treaty:1991-03-01/plastic-explosives: convention on the marking of plastic explosives for the purpose of detection
treaty:1997-12-15/terrorist-bombings: international convention for the suppression of terrorist bombings
treaty:1999-12-09/financing-of-terrorism: international convention for the suppression of the financing of terrorism
treaty:2005-04-13/nuclear-terrorism: international convention for the suppression of acts of nuclear terrorism
"""

_NATURE = """
treaty:1971-02-02/wetlands: convention on wetlands of international importance especially as waterfowl habitat;
    convention on wetlands; ramsar convention
treaty:1972-11-16/world-heritage: convention concerning the protection of the world cultural and natural heritage;
    world heritage convention
treaty:1970-11-14/illicit-cultural-property: convention on the means of prohibiting and preventing the illicit
    import, export and transfer of ownership of cultural property
treaty:2001-11-02/underwater-heritage: convention on the protection of the underwater cultural heritage
treaty:2003-10-17/intangible-heritage: convention for the safeguarding of the intangible cultural heritage
treaty:2005-10-20/diversity-of-cultural-expressions: convention on the protection and promotion of the diversity of
    cultural expressions
treaty:1972-12-29/dumping: convention on the prevention of marine pollution by dumping of wastes and other matter;
    london convention
treaty:1996-11-07/dumping-protocol: london protocol
treaty:1973-11-02/pollution-from-ships: international convention for the prevention of pollution from ships; marpol
treaty:2004-02-13/ballast-water: international convention for the control and management of ships' ballast water and
    sediments
treaty:1973-03-03/endangered-species: convention on international trade in endangered species of wild fauna and
    flora; cites
treaty:1979-06-23/migratory-species: convention on the conservation of migratory species of wild animals
treaty:1979-11-13/transboundary-air-pollution: convention on long-range transboundary air pollution
treaty:1999-11-30/gothenburg: protocol to abate acidification, eutrophication and ground-level ozone; gothenburg
    protocol
treaty:1985-03-22/ozone-layer: vienna convention for the protection of the ozone layer
treaty:1987-09-16/montreal-protocol: montreal protocol on substances that deplete the ozone layer; montreal protocol
treaty:1989-03-22/hazardous-wastes: basel convention on the control of transboundary movements of hazardous wastes
    and their disposal; basel convention
treaty:1991-02-25/espoo: convention on environmental impact assessment in a transboundary context; espoo convention
treaty:1992-03-17/water: convention on the protection and use of transboundary watercourses and international lakes;
    water convention
treaty:1997-05-21/watercourses: convention on the law of the non-navigational uses of international watercourses
treaty:1998-06-25/aarhus: convention on access to information, public participation in decision-making and access to
    justice in environmental matters; aarhus convention
treaty:1992-05-09/climate-change: united nations framework convention on climate change; unfccc
treaty:1997-12-11/kyoto-protocol: kyoto protocol to the united nations framework convention on climate change; kyoto
    protocol
treaty:2015-12-12/paris-agreement: paris agreement adopted under the united nations framework convention on climate
    change; paris agreement under the united nations framework convention on climate change; paris agreement on
    climate change; paris agreement
treaty:1992-06-05/biological-diversity: convention on biological diversity
treaty:2000-01-29/cartagena-protocol: cartagena protocol on biosafety to the convention on biological diversity;
    cartagena protocol on biosafety; cartagena protocol
treaty:2010-10-29/nagoya-protocol: nagoya protocol on access to genetic resources and the fair and equitable sharing
    of benefits arising from their utilization; nagoya protocol
treaty:2010-10-15/nagoya-kuala-lumpur: nagoya-kuala lumpur supplementary protocol on liability and redress to the
    cartagena protocol on biosafety
treaty:1994-10-14/desertification: united nations convention to combat desertification in those countries
    experiencing serious drought and/or desertification, particularly in africa; united nations convention to combat
    desertification; convention to combat desertification
treaty:1998-09-10/rotterdam: rotterdam convention on the prior informed consent procedure for certain hazardous
    chemicals and pesticides in international trade; rotterdam convention
treaty:2001-05-22/persistent-organic-pollutants: stockholm convention on persistent organic pollutants; stockholm
    convention
treaty:2001-11-03/plant-genetic-resources: international treaty on plant genetic resources for food and agriculture
treaty:2003-05-21/tobacco-control: world health organization framework convention on tobacco control; who framework
    convention on tobacco control; framework convention on tobacco control
treaty:2013-10-10/mercury: minamata convention on mercury; minamata convention
"""

UNIVERSAL: Final = (
    *listed(_UNITED_NATIONS),
    *(entry for table in (_RIGHTS, _LAW, _ARMS, _CRIME, _NATURE) for entry in listed(table)),
    *ABROAD,
)
"""Names in lower case, with the address of what they name."""
