// Command secondlook reads drafts on the command line with the very engine
// the extension runs: `check` one or many, `evaluate` on labelled posts, a page
// to try it on with `demo`, and an agency's own rules: `key`, `root`, `bundle`.
// `serve` is the agency server; `agency`, `backup` and `restore` go with it.
//
// Exit codes: 0 nothing to look at, 1 some draft is an alert (caution or
// hold), 2 it could not run or some input was bad.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"
)

// desk is what a command reads from and writes to.
type desk struct {
	in       io.Reader
	out, err io.Writer
}

type options struct {
	Engine string        `placeholder:"FILE" help:"Use this engine.wasm in place of the one inside."`
	Limit  time.Duration `default:"10s" help:"With --engine: how long one draft may take."`

	Check    checkCommand    `cmd:"" help:"Check drafts: files, or what is piped in."`
	Evaluate evaluateCommand `cmd:"" help:"Measure the engine on labelled posts."`
	Demo     demoCommand     `cmd:"" help:"Serve the Try-it page on this machine."`

	Serve   serveCommand   `cmd:"" help:"Run the agency server: browsers of staff take their rules from it."`
	Agency  agencyCommand  `cmd:"" help:"Agencies on a server, without its pages."`
	Backup  backupCommand  `cmd:"" help:"Copy the server's database while it runs."`
	Restore restoreCommand `cmd:"" help:"Bring a server back from a backup, or from a browser's newest .rbundle."`
	Prove   proveCommand   `cmd:"" hidden:"" help:"Prove one bundle from standard input, for the server."`

	Key    keyCommand    `cmd:"" help:"Keys of people who approve rules."`
	Root   rootCommand   `cmd:"" help:"Who speaks for an agency."`
	Bundle bundleCommand `cmd:"" help:"An agency's own rules: write, prove, pack, compare, sign."`
}

// errAlert ends a run that found something to look at.
var errAlert = errors.New("something to look at")

func main() {
	os.Exit(run(os.Args[1:], desk{os.Stdin, os.Stdout, os.Stderr}))
}

// run parses args, runs the command they name and returns the exit code.
func run(args []string, d desk) int {
	var o options
	ended := -1
	parser, err := kong.New(&o,
		kong.Name("secondlook"),
		kong.Description("A second look at a draft before it is public. Offline; nothing is kept or sent.\n\n"+
			"Exit codes: 0 nothing to look at, 1 something is worth a look, 2 could not run or some input was bad."),
		kong.Configuration(readConfiguration),
		kong.Writers(d.out, d.err),
		kong.Exit(func(code int) { ended = code }),
		kong.UsageOnError(),
	)
	if err != nil {
		return fail(d, err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if ended >= 0 { // --help has been answered
		return ended
	}
	if err != nil {
		return fail(d, err)
	}
	err = command.Run(d, engineChoice{o.Engine, o.Limit})
	if errors.Is(err, errAlert) {
		return 1
	}
	if err != nil {
		return fail(d, err)
	}
	return 0
}

func fail(d desk, err error) int {
	fmt.Fprintf(d.err, "secondlook: %v\n", err)
	return 2
}
