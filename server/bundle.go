package main

// bundleCommands are about an agency's rules.
type bundleCommands struct {
	Sign   bundleSign   `cmd:"" help:"Make the next release of a bundle, or add your signature to one."`
	Verify bundleVerify `cmd:"" help:"Look at an .rbundle as a browser does; exit code 1 where it is refused."`
	Show   bundleShow   `cmd:"" help:"Show the roots and releases of an .rbundle in plain words."`
}
