from one.api import ONE

one = ONE()
dummy_token = 1

sessions = one.alyx.rest('sessions', 'list', django='subject__nicknam__icontains,ks')
young = one.alyx.rest('subjects', 'list', django='birth_date__gt,2021')
weights = one.alyx.rest('weighing', 'list', nickname='KS022')
good = one.alyx.rest('insertions', 'list', django='session__qc__lt,50')
