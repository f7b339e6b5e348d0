package main

// keyCommand groups what is done with the keys of people who approve.
type keyCommand struct {
	New  keyNewCommand  `cmd:"" help:"Make a key: a private file under a passphrase, and a public one to hand on."`
	Show keyShowCommand `cmd:"" help:"Show the public key of either file."`
}
