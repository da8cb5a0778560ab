namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>What the compilers call the parts of a state machine. Each machine has its own type, so they are looked for when one is met.</summary>
internal static class StateMachineNames
{
    public const string State = "<>1__state";
    public const string Builder = "<>t__builder";

    /// <summary>The object whose method it is.</summary>
    public const string This = "<>4__this";

    /// <summary>How the names of awaiters begin.</summary>
    public const string Awaiter = "<>u__";

    /// <summary>Of an async iterator: where the next value or the end goes.</summary>
    public const string Promise = "<>v__promiseOfValueOrEnd";
}
