namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Something whose holders are searched for.</summary>
internal abstract class Sought
{
    /// <summary>The objects that whoever holds it has hold of.</summary>
    public abstract IEnumerable<ulong> Addresses { get; }

    /// <summary>Objects that say less: who has hold of them may hold it.</summary>
    public virtual IEnumerable<ulong> Hints => [];

    /// <summary>The beginnings of the names of types through which a call may have hold of it.</summary>
    public abstract IReadOnlyList<string> Through { get; }

    /// <summary>Takes a holder down, and over how many objects it has hold of it.</summary>
    public abstract void Note(HolderKey holder, int distance);

    /// <summary>Takes down that some call may hold it.</summary>
    public virtual void NoteHint()
    {
    }

    /// <summary>Takes down that one of these calls may hold it, which are in methods of one object.</summary>
    public virtual void NoteHint(IReadOnlyCollection<HolderKey> calls) => NoteHint();
}
