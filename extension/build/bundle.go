package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// entry is a source under extension/ and the file it becomes, without its
// ending; esbuild adds .js or .css.
type entry struct{ source, out string }

// bundle writes the entries into dir; conditions choose among the files of a
// name in package.json's imports. Readable and without source maps: the
// stores review what is shipped.
func bundle(dir string, format api.Format, conditions []string, entries []entry) error {
	options := api.BuildOptions{
		Outdir:          dir,
		Bundle:          true,
		Write:           true,
		Format:          format,
		Conditions:      conditions,
		Target:          api.ES2022,
		Charset:         api.CharsetUTF8,
		JSX:             api.JSXAutomatic,
		JSXImportSource: "preact",
		LegalComments:   api.LegalCommentsInline,
		LogLevel:        api.LogLevelSilent,
		Loader:          map[string]api.Loader{".json": api.LoaderJSON},
		Plugins:         []api.Plugin{withoutMarkup},
	}
	for _, e := range entries {
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced, api.EntryPoint{
			InputPath: "extension/" + e.source, OutputPath: e.out,
		})
	}
	return outcome(api.Build(options))
}

// buildTests bundles every *.test.ts(x) of the extension for Node's runner.
// The TypeScript compiler, which one test uses to read our sources, stays
// outside of the bundle.
func buildTests(dir string) error {
	tests, err := filesEnding("extension", ".test.ts", ".test.tsx")
	if err != nil {
		return err
	}
	if err := empty(dir); err != nil {
		return err
	}
	options := api.BuildOptions{
		Outdir:          dir,
		Bundle:          true,
		Write:           true,
		Platform:        api.PlatformNode,
		Format:          api.FormatESModule,
		OutExtension:    map[string]string{".js": ".mjs"},
		JSX:             api.JSXAutomatic,
		JSXImportSource: "preact",
		External:        []string{"typescript"},
		LogLevel:        api.LogLevelSilent,
	}
	for _, t := range tests {
		rel, _ := filepath.Rel("extension", t)
		name := strings.ReplaceAll(strings.TrimSuffix(rel, filepath.Ext(rel)), "/", "-")
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced, api.EntryPoint{
			InputPath: t, OutputPath: name,
		})
	}
	return outcome(api.Build(options))
}

func outcome(r api.BuildResult) error {
	if len(r.Errors) == 0 {
		return nil
	}
	lines := api.FormatMessages(r.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
	return fmt.Errorf("esbuild:\n%s", strings.Join(lines, ""))
}
