from one.api import ONE

one = ONE()
owls = '🦉', one.alyx.rest('sessions', 'list', django='subject__nicknam__icontains,ks')
