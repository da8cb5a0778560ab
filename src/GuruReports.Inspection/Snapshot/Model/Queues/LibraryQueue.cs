namespace GuruReports.Inspection.Snapshot.Model.Queues;

/// <summary>A queue, limiter or semaphore of a known library in which something waits.</summary>
internal sealed record LibraryQueue
{
    /// <summary>What it is (<c>channel</c>, <c>rate limiter</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>Its type, with what it holds.</summary>
    public required string TypeName { get; init; }

    /// <summary>The address of the object.</summary>
    public required ulong Address { get; init; }

    /// <summary>How much is in it, or waits in it.</summary>
    public required long Length { get; init; }

    /// <summary>How much it takes; null when it has no limit.</summary>
    public long? Capacity { get; init; }

    /// <summary>Whether it takes no more before something is taken out of it, or what was is done with.</summary>
    public bool IsFull { get; init; }

    /// <summary>To what it hands on by itself; empty where it does not.</summary>
    public IReadOnlyList<QueueLink> Links { get; init; } = [];

    /// <summary>How many wait to take something out; null when that cannot be told.</summary>
    public long? ReadersWaiting { get; init; }

    /// <summary>How many wait to put something in; null when that cannot be told.</summary>
    public long? WritersWaiting { get; init; }

    /// <summary>Whether it takes no more: it was completed.</summary>
    public bool IsEnded { get; init; }

    /// <summary>The fields of the service's objects that refer to it (<c>MailQueue._mails</c>); empty when none was found.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The chains that have hold of it to read, at most twenty; null when readers cannot be told for this kind.</summary>
    public IReadOnlyList<int>? ReaderChains { get; init; }

    /// <summary>The managed ids of threads that do, at most twenty.</summary>
    public IReadOnlyList<int> ReaderThreads { get; init; } = [];

    /// <summary>Whether calls in flight or threads are in code of what refers to it, or lead there: they may read.</summary>
    public bool MayBeRead { get; init; }

    /// <summary>Why nobody may be wrong; null when all was searched.</summary>
    public string? ReadersIncomplete { get; init; }

    /// <summary>What will be called and may read it (<c>the timer that calls MailQueue.Flush</c>); null when nothing was found, or not searched for.</summary>
    public string? MayBeReadLater { get; init; }

    /// <summary>Tasks and threads that have ended and that an object keeps beside the queue, in words: one may have been its reader; at most three.</summary>
    public IReadOnlyList<string> EndedBeside { get; init; } = [];

    /// <summary>A number that changes whenever something is taken out; null when nothing tells.</summary>
    public long? Position { get; init; }

    /// <summary>Whether it is known that nothing was ever taken out.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>The chains that have hold of its writer, or of the queue itself, and do not read it, or that wait for room in it, at most twenty; null when they were not searched for.</summary>
    public IReadOnlyList<int>? WriterChains { get; init; }

    /// <summary>The managed ids of threads that do, at most twenty.</summary>
    public IReadOnlyList<int> WriterThreads { get; init; } = [];

    /// <summary>Whether calls in flight that do not read it are in methods of an object that refers to it: they may write.</summary>
    public bool MayBeWritten { get; init; }

    /// <summary>The chains of those calls, at most twenty.</summary>
    public IReadOnlyList<int> PossibleWriters { get; init; } = [];

    /// <summary>The objects that are its own and by which it keeps order: semaphores that count what is in it and what fits.</summary>
    public IReadOnlyList<ulong> Inner { get; init; } = [];

    /// <summary>What else it says of itself (<c>0 of 5 permits free</c>).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
