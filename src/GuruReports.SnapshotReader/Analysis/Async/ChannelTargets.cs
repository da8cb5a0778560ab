using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Recognises the waiting operations of channels.</summary>
internal static class ChannelTargets
{
    private static readonly (string Part, AwaitKind Kind, string Text)[] s_known =
    [
        ("BlockedReadAsyncOperation", AwaitKind.ChannelRead, "ChannelReader.ReadAsync: the channel is empty"),
        ("WaitingReadAsyncOperation", AwaitKind.ChannelRead, "ChannelReader.WaitToReadAsync: the channel is empty"),
        ("BlockedWriteAsyncOperation", AwaitKind.ChannelWrite, "ChannelWriter.WriteAsync: the channel is full"),
        ("WaitingWriteAsyncOperation", AwaitKind.ChannelWrite, "ChannelWriter.WaitToWriteAsync: the channel is full"),
    ];

    public static (AwaitKind Kind, string Text)? Find(string typeName)
    {
        if (!typeName.StartsWith("System.Threading.Channels.", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (part, kind, text) in s_known)
        {
            if (typeName.Contains(part, StringComparison.Ordinal))
            {
                return (kind, text);
            }
        }

        return null;
    }
}
