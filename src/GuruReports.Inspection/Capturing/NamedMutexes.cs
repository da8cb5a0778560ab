using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Capturing;

/// <summary>
/// Finds the named mutexes that threads sleep on, and who holds them: the kernel says on which word or file a thread sleeps, and
/// the word of a mutex that survives its holder has that thread's number in it (Documentation/locking/robust-futex-ABI).
/// </summary>
internal sealed class NamedMutexes(SystemFiles files)
{
    private const uint ThreadBits = 0x3FFF_FFFF;
    private const uint DiedBit = 0x4000_0000;
    private const int MostDescriptors = 20_000;
    private const string Elsewhere = "the holder is in another container, or was a moment ago";

    /// <summary>Returns the mutexes, those first for which most threads wait. Reads nothing where no thread sleeps on what is shared.</summary>
    public IReadOnlyList<NamedMutex> Find(IReadOnlyList<CapturedThread> threads)
    {
        var waiting = threads.Where(static thread => thread.SharedWait is not null).ToList();
        if (waiting.Count == 0)
        {
            return [];
        }

        var inMemory = waiting.Where(static thread => thread.SharedWait is { Address: not 0 }).ToList();
        var mappings = inMemory.Count == 0 ? null : SharedMapping.Read(files);
        var own = threads.Select(static thread => thread.OSThreadId).ToHashSet();
        return
        [
            .. inMemory
                .GroupBy(static thread => thread.SharedWait!.Value.Address)
                .Select(group => new { Word = group.Key, Waiters = Ids(group), Mapping = mappings?.FirstOrDefault(mapping => group.Key >= mapping.Start && group.Key < mapping.End) })
                .Select(found => found.Mapping is not null && NamedMutexFiles.NameOf(found.Mapping.Path) is { } name ? OfMemory(name, found.Word, found.Mapping, found.Waiters, own) : null)
                .Concat(waiting.Where(static thread => thread.SharedWait is { Descriptor: not null }).GroupBy(thread => files.ReadLink($"/proc/self/fd/{thread.SharedWait!.Value.Descriptor}")).Select(OfFile))
                .OfType<NamedMutex>()
                .OrderByDescending(static mutex => mutex.Waiters.Count),
        ];
    }

    private static List<int> Ids(IEnumerable<CapturedThread> threads) => [.. threads.Select(static thread => thread.OSThreadId)];

    private NamedMutex OfMemory(string name, ulong word, SharedMapping mapping, List<int> waiters, HashSet<int> own)
    {
        var found = new NamedMutex { Name = name, File = mapping.Path, Waiters = waiters };
        if (!NativeMemory.TryRead(word, out uint before))
        {
            return found with { OwnerUnknown = "its memory cannot be read" };
        }

        var owner = Owner(found, (int)(before & ThreadBits), word, (before & DiedBit) != 0, mapping, own);

        // Who was looked for may have released it meanwhile: then another one is asked next time.
        return NativeMemory.TryRead(word, out uint after) && ((after ^ before) & ThreadBits) == 0 ? owner : found with { OwnerUnknown = "it changes hands" };
    }

    private NamedMutex Owner(NamedMutex found, int thread, ulong word, bool died, SharedMapping mapping, HashSet<int> own)
    {
        if (thread == 0)
        {
            return found with { OwnerUnknown = died ? "its holder has ended without releasing it, and the next one is about to get it" : "nobody holds it at this moment" };
        }

        if (own.Contains(thread))
        {
            return RobustList.Holds(thread, word) switch
            {
                false => found with { OwnerUnknown = $"it names thread {thread}, and this process's thread of that number does not hold it: {Elsewhere}" },
                var held => found with { OwnerProcess = Environment.ProcessId, OwnerThread = thread, IsOwn = true, IsProven = held == true },
            };
        }

        return new KeyedLines(files.Read($"/proc/{thread}/status", stackalloc byte[4096])).Number("Tgid") is { } process
            ? Foreign(found, (int)process, mapping) with { OwnerThread = thread }
            : found with { OwnerUnknown = $"it names thread {thread}, which cannot be seen from here: {Elsewhere}" };
    }

    // A thread of another container can have the same number as one that can be seen: its process must have the mutex open too. That the
    // kernel's list of locks tells, without a look into a process that may hang: .NET keeps the file locked, with others, while it is open.
    private NamedMutex Foreign(NamedMutex found, int process, SharedMapping mapping)
    {
        var name = NameOf(process);
        return new FileLocks(files).Holders(InodeOf(mapping)).Contains(process)
            ? found with { OwnerProcess = process, OwnerName = name }
            : found with { OwnerUnknown = $"it names a thread of process {process}{(name is null ? "" : $" ({name})")}, which does not show that it has it open: {Elsewhere}" };
    }

    // In a container's layers what is mapped has another number than what is open; locks are of what is open.
    private ulong InodeOf(SharedMapping mapping)
    {
        foreach (var descriptor in files.ListNumbers("/proc/self/fd", MostDescriptors))
        {
            if (files.ReadLink($"/proc/self/fd/{descriptor}") is { } target && target.StartsWith(mapping.Path, StringComparison.Ordinal) && Inode(descriptor) is { } inode)
            {
                return inode;
            }
        }

        return mapping.Inode;
    }

    private ulong? Inode(int descriptor) => (ulong?)new KeyedLines(files.Read($"/proc/self/fdinfo/{descriptor}", stackalloc byte[1024])).Number("ino");

    private NamedMutex? OfFile(IGrouping<string?, CapturedThread> group)
    {
        if (group.Key is not { } path || NamedMutexFiles.NameOfLock(path) is not { } name)
        {
            return null;
        }

        var found = new NamedMutex { Name = name, File = path, Waiters = Ids(group) };
        return Inode(group.First().SharedWait!.Value.Descriptor!.Value) is not { } number ? found with { OwnerUnknown = "the kernel does not tell the number of its file" }
            : new FileLocks(files).Writer(number) is not { } process ? found with { OwnerUnknown = "no process that can be seen from here has its file locked: the holder is in another container, or this machine hides it" }
            : found with { OwnerProcess = process, OwnerName = process == Environment.ProcessId ? null : NameOf(process), IsOwn = process == Environment.ProcessId, IsProven = true };
    }

    private string? NameOf(int process) => files.ReadText($"/proc/{process}/comm", 64)?.Trim() is { Length: > 0 } name ? name : null;
}
