package main

type evaluateCommand struct{}
