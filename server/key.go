package main

// keyCommands are about the keys of people who approve.
type keyCommands struct {
	New  keyNew  `cmd:"" help:"Make a key: a private file under a passphrase, and a public one to hand on."`
	Show keyShow `cmd:"" help:"Show the public key of either file."`
}
