package publish

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"
)

//go:embed all:starter
var starter embed.FS

// WriteStarter writes the commented starter of an agency's folder into dir,
// which may not hold anything yet.
func WriteStarter(dir, agency string, today time.Time) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty; name a new folder", dir)
	}
	files, err := StarterFiles(idOf(agency), agency, today)
	if err != nil {
		return err
	}
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		err := os.WriteFile(to, []byte(text), 0o644)
		if errors.Is(err, fs.ErrPermission) {
			return fmt.Errorf("%s cannot be written here", to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// StarterFiles is the commented starter of an agency's folder: the text of each
// file by its path, "rules/visits.yaml".
func StarterFiles(id, agency string, today time.Time) (map[string]string, error) {
	files, fill := map[string]string{}, filler(id, agency, today)
	return files, fs.WalkDir(starter, "starter", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := starter.ReadFile(name)
		files[strings.TrimPrefix(name, "starter/")] = fill.Replace(string(b))
		return err
	})
}

// filler fills in what the starter leaves open.
func filler(id, agency string, today time.Time) *strings.Replacer {
	return strings.NewReplacer(
		`"{agency}"`, strconv.Quote(agency), "{id}", id,
		"{today}", today.Format(time.DateOnly), "{next_year}", today.AddDate(0, 11, 28).Format(time.DateOnly),
	)
}

// idOf makes an id of a name: "Harbor County DV" is harbor-county-dv.
func idOf(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	id := strings.Join(words, "-")
	if id = strings.Trim(id[:min(len(id), 40)], "-"); id == "" {
		return "my-agency"
	}
	return id
}
