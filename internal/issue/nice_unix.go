//go:build unix

package issue

import (
	"os/exec"
	"syscall"
)

// beNice lets the feed go first: every thread of the process, which has a group
// of its own for that.
func beNice(pid int) { syscall.Setpriority(syscall.PRIO_PGRP, pid, 10) }

func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
