package policy

//go:generate go run secondlook/internal/publish/genbaseline baseline baseline.bin
