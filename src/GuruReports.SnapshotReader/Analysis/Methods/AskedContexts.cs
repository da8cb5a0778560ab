using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Finds the synchronization contexts and schedulers that async methods go on in.</summary>
internal static class AskedContexts
{
    /// <summary>The synchronization context or scheduler through which a method of the runtime's own kind goes on; 0 when it asked for none.</summary>
    public static ulong Of(Image image, SuspendedMethod method)
    {
        if (method.Continuation == 0 || !image.Known.Has(Features.Contexts))
        {
            return 0;
        }

        var flags = image.Fields.Value<int>(method.Continuation, SuspendedEntries.Flags) ?? 0;
        return (flags & (SuspendedEntries.AsksForContext.Value | SuspendedEntries.AsksForScheduler.Value)) == 0
            ? 0
            : Word(image, method.Continuation, SuspendedEntries.AskedBit.Value, SuspendedEntries.AskedBits.Value);
    }

    /// <summary>The execution context that a method of the runtime's own kind goes on in; 0 when none was kept.</summary>
    public static ulong Flowing(Image image, SuspendedMethod method) => method.Continuation == 0 || !image.Known.Has(Features.Flow)
        ? 0
        : Word(image, method.Continuation, FlowEntries.ContextBit.Value, FlowEntries.ContextBits.Value);

    // The flags of a continuation hold, among others, at which word behind its header a context lies, counted from 1.
    private static ulong Word(Image image, ulong continuation, int firstBit, int bits)
    {
        const int MethodTable = 8, WordSize = 8;
        var flags = image.Fields.Value<uint>(continuation, SuspendedEntries.Flags) ?? 0;
        var index = (flags >> firstBit) & ((1u << bits) - 1);
        return index == 0 ? 0 : image.Memory.Pointer(continuation + MethodTable + (uint)SuspendedEntries.DataOffset.Value + ((index - 1) * WordSize));
    }
}
