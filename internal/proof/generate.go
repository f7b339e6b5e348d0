package proof

//go:generate go run gen.go
