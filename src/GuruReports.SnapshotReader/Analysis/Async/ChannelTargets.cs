using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Recognises the waiting operations of channels.</summary>
internal static class ChannelTargets
{
    private static readonly (RuntimeType Type, AwaitKind Kind, string Text)[] s_known =
    [
        (LibraryEntries.BlockedRead, AwaitKind.ChannelRead, "ChannelReader.ReadAsync: the channel is empty"),
        (LibraryEntries.WaitingRead, AwaitKind.ChannelRead, "ChannelReader.WaitToReadAsync: the channel is empty"),
        (LibraryEntries.BlockedWrite, AwaitKind.ChannelWrite, "ChannelWriter.WriteAsync: the channel is full"),
        (LibraryEntries.WaitingWrite, AwaitKind.ChannelWrite, "ChannelWriter.WaitToWriteAsync: the channel is full"),
    ];

    public static (AwaitKind Kind, string Text)? Find(ObjectKind operation)
    {
        foreach (var (type, kind, text) in s_known)
        {
            if (operation.Is(type))
            {
                return (kind, text);
            }
        }

        return null;
    }
}
