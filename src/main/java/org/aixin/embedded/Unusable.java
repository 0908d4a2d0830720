package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Why a folder cannot be worked in, in words that say what to do. */
final class Unusable {
    private Unusable() {
    }

    /** What is wrong with this folder, or with something in it. */
    static Refusal folder(Path folder, IOException failed) {
        String said = String.valueOf(failed.getMessage()), lower = said.toLowerCase(Locale.ROOT);
        if (failed instanceof FileAlreadyExistsException || failed instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return new Refusal("%s 应该是一个文件夹，那里却是一个文件。请把它移走，或用 AIXIN_DATA 另指一个文件夹。".formatted(said),
                    "%s should be a folder, but a file is there. Move it away, or name another folder with AIXIN_DATA."
                            .formatted(said));
        }
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return full(folder);
        }
        if (lower.contains("read-only")) {
            return new Refusal("%s 所在的磁盘是只读的。请重新挂载为可写，或用 AIXIN_DATA 另指一个文件夹。".formatted(folder),
                    "The disk of %s can only be read. Mount it for writing, or name another folder with AIXIN_DATA."
                            .formatted(folder));
        }
        if (lower.contains("too many open files")) {
            return new Refusal("打开的文件太多：系统给这个程序的上限太小（ulimit -n）。请调到 4096 以上再启动。",
                    "Too many open files: the system allows this program too few (ulimit -n). Raise that to 4096 or more and start again.");
        }
        return new Refusal(
                "数据文件夹不能使用：%s（%s%s）。请检查权限，或用 AIXIN_DATA 另指一个文件夹。".formatted(folder,
                        failed instanceof AccessDeniedException ? "没有权限：" : "", said),
                "The data folder %s cannot be used (%s%s). Check its permissions or name another with AIXIN_DATA."
                        .formatted(folder, failed instanceof AccessDeniedException ? "access denied: " : "", said));
    }

    /** The disk is full. */
    static Refusal full(Path folder) {
        long left = folder.toFile().getUsableSpace() >> 20;
        return new Refusal("磁盘满了：%s 所在的磁盘只剩 %d MB，启动不了。请删掉不要的文件，腾出至少 500 MB 再启动；数据没有丢失。".formatted(folder, left),
                "The disk is full: %d MB are left on the disk of %s, too little to start. Make at least 500 MB free and start again; no data are lost."
                        .formatted(left, folder));
    }
}
