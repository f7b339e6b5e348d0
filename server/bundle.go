package main

// bundleCommand groups what an agency does with its rules.
type bundleCommand struct {
	Sign   bundleSignCommand   `cmd:"" help:"Make the next release of a bundle, or add your signature to one."`
	Verify bundleVerifyCommand `cmd:"" help:"Look at an .rbundle as a browser does; exit code 1 where it is refused."`
	Show   bundleShowCommand   `cmd:"" help:"Show the roots and releases of an .rbundle in plain words."`
}
