package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"secondlook/internal/keyfile"
)

// passphraseFlags say where passphrases come from: a file, or the terminal.
// Never an argument or the environment, which other programs can read.
type passphraseFlags struct {
	PassphraseFile string `placeholder:"FILE" help:"Take every passphrase from the first line of FILE and ask for none."`
}

// fresh returns a passphrase for a new key file; at a terminal it is asked
// for twice.
func (p *passphraseFlags) fresh(file string, d desk) (string, error) {
	first, err := p.of(file, d)
	if err != nil {
		return "", err
	}
	if utf8.RuneCountInString(first) < keyfile.LeastPassphrase {
		return "", keyfile.ErrShort
	}
	if p.PassphraseFile != "" {
		return first, nil
	}
	second, err := ask(d, "The same again: ")
	if err == nil && first != second {
		err = errors.New("the two passphrases differ")
	}
	return first, err
}

// of returns the passphrase of a key file.
func (p *passphraseFlags) of(file string, d desk) (string, error) {
	if p.PassphraseFile == "" {
		return ask(d, "Passphrase of "+file+": ")
	}
	in, err := os.Open(p.PassphraseFile)
	if err != nil {
		return "", err
	}
	defer in.Close()
	line, err := bufio.NewReader(io.LimitReader(in, 4<<10)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("%s: %w", p.PassphraseFile, err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// ask reads a line from the terminal, which does not show it.
func ask(d desk, question string) (string, error) {
	in, ok := d.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return "", errors.New("there is no terminal to ask for a passphrase at: name a file with --passphrase-file")
	}
	fmt.Fprint(d.err, question)
	line, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(d.err)
	return string(line), err
}
