package main

import (
	"encoding/json"

	"secondlook/extension"
)

// webManifest makes the Try it page installable.
type webManifest struct {
	Name        string        `json:"name"`
	ShortName   string        `json:"short_name"`
	Description string        `json:"description"`
	Lang        string        `json:"lang"`
	StartURL    string        `json:"start_url"`
	Scope       string        `json:"scope"`
	Display     string        `json:"display"`
	Background  string        `json:"background_color"`
	Theme       string        `json:"theme_color"`
	Icons       []webIcon     `json:"icons"`
	Shortcuts   []webShortcut `json:"shortcuts"`
}

type webIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

type webShortcut struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// tryManifest says what is installed; words are those of _locales, which a web
// manifest cannot ask for by key.
func tryManifest(say func(key string) string) webManifest {
	return webManifest{
		Name: say("app_name"), ShortName: say("app_name"), Description: say("app_description"), Lang: "en",
		StartURL: "./", Scope: "./", Display: "standalone", Background: "#f7f6f3", Theme: "#115e63",
		Icons: []webIcon{
			{"icon-192.png", "192x192", "image/png", "any"},
			{"icon-512.png", "512x512", "image/png", "any"},
			// Its mark stands inside the circle that every phone's mask leaves.
			{"icon-maskable-512.png", "512x512", "image/png", "maskable"},
		},
		Shortcuts: []webShortcut{{say("practice_title"), "practice.html"}},
	}
}

// english says a key of the English locale; ” where there is none.
func english() (func(key string) string, error) {
	var words map[string]struct{ Message string }
	if err := json.Unmarshal(extension.Messages, &words); err != nil {
		return nil, err
	}
	return func(key string) string { return words[key].Message }, nil
}
