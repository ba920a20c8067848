from one.api import ONE

passed = ONE().alyx.rest('sessions', 'list', django='qc,PASS')
