namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Delegates.</summary>
internal static class DelegateEntries
{
    public static readonly RuntimeType Delegate = new("System.Delegate", Features.Continuations, Features.WorkItems, Features.TimerCalls);
    public static readonly RuntimeField Target = new(Delegate, "_target", FieldShape.Reference, Features.Continuations);
    public static readonly RuntimeField Pointer = new(Delegate, "_methodPtr", FieldShape.Native, Features.WorkItems, Features.TimerCalls);
    public static readonly RuntimeField PointerOfStatic = new(Delegate, "_methodPtrAux", FieldShape.Native, Features.WorkItems, Features.TimerCalls);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Delegate, Target, Pointer, PointerOfStatic];
}
