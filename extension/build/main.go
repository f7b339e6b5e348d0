// Command build turns the TypeScript, styles and pages of the extension into
// what browsers load: dist/chrome and dist/firefox, the same with -standard behind
// it for the edition that asks a server, dist/try, and dist/desk for the server's
// pages. Run it from the
// root of the repository; bin/engine.wasm has to be there.
//
// The output depends on the sources alone: no time, no path, no machine in it.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	tests := flag.Bool("tests", false, "bundle the *.test.ts files into dist/tests instead")
	version := flag.String("version", "0.1.0", "version that the manifests name")
	flag.Parse()
	if err := run(*tests, *version); err != nil {
		fmt.Fprintln(os.Stderr, "extension:", err)
		os.Exit(1)
	}
}

func run(tests bool, version string) error {
	if _, err := os.Stat("extension/package.json"); err != nil {
		return fmt.Errorf("run from the root of the repository: %w", err)
	}
	if _, err := os.Stat("extension/node_modules/preact"); err != nil {
		return fmt.Errorf("npm packages are missing, run `npm ci --prefix extension`: %w", err)
	}
	if tests {
		return buildTests("dist/tests")
	}
	engine, err := os.ReadFile("bin/engine.wasm")
	if err != nil {
		return fmt.Errorf("the engine is missing, run `make wasm`: %w", err)
	}
	for _, b := range targets {
		if err := buildExtension("dist/"+b.name, b, version, engine); err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
	}
	if err := buildTry("dist/try", version, engine); err != nil {
		return fmt.Errorf("try: %w", err)
	}
	if err := copyInto("dist/try", "server/web/try"); err != nil {
		return err
	}
	if err := buildDesk("dist/desk"); err != nil {
		return fmt.Errorf("desk: %w", err)
	}
	return copyInto("dist/desk", "internal/admin/script")
}
