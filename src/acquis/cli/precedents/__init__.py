"""`acquis precedents …`: where were these words agreed before?"""
