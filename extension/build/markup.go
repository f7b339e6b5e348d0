package main

import (
	"fmt"
	"os"
	"regexp"

	"github.com/evanw/esbuild/pkg/api"
)

// writesMarkup is the one place in Preact that writes markup: for
// dangerouslySetInnerHTML, which no source of ours may use (audit/ways-out.ts).
var writesMarkup = regexp.MustCompile(`\((\w+)\.innerHTML=(\w+)\.__html\)`)

// withoutMarkup takes that place out of what we ship, so that the package has
// no way to make markup from text, and the stores' linters see none. A Preact
// that has another shape stops the build.
var withoutMarkup = api.Plugin{Name: "without markup", Setup: func(b api.PluginBuild) {
	b.OnLoad(api.OnLoadOptions{Filter: `[/\\]preact[/\\]dist[/\\]preact\.mjs$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		source, err := os.ReadFile(args.Path)
		if err != nil {
			return api.OnLoadResult{}, err
		}
		if n := len(writesMarkup.FindAll(source, -1)); n != 1 {
			return api.OnLoadResult{}, fmt.Errorf("preact writes markup in %d places, not in one", n)
		}
		text := string(writesMarkup.ReplaceAll(source, []byte(`void 0`)))
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
	})
}}
