// Command pack makes what the stores are given: dist/second-look-chrome.zip (for
// Chrome and Edge), dist/second-look-firefox.zip, the same with -standard for the
// edition that asks a server, and dist/second-look-source.zip, from which all of
// them and engine.wasm can be built again. Run it from the root of the repository,
// after the extension was built.
//
// The same files give the same bytes: names sorted, one time for all, no owner
// and no machine in it. Another version of Go may compress otherwise.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("dist"); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(dist string) error {
	for _, browser := range []string{"chrome", "firefox", "chrome-standard", "firefox-standard"} {
		dir := filepath.Join(dist, browser)
		names, err := filesUnder(dir, func(string) bool { return false })
		if err != nil {
			return fmt.Errorf("run `make build` first: %w", err)
		}
		if err := pack(filepath.Join(dist, "second-look-"+browser+".zip"), dir, "", names); err != nil {
			return err
		}
	}
	names, err := sources(".")
	if err != nil {
		return err
	}
	return pack(filepath.Join(dist, "second-look-source.zip"), ".", "second-look", names)
}
