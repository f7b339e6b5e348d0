module secondlook

go 1.26
