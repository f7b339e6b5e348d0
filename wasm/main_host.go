//go:build !wasip1

package main

// main is here so that `go build ./...` and the tests of port run on any
// host. engine.wasm is made by `make wasm`.
func main() { println("this is an engine, not a program: make wasm") }
