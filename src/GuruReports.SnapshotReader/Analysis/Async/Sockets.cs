using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Describes what a socket's awaitable operation waits for.</summary>
internal static class Sockets
{
    public static string Describe(Image image, ulong arguments)
    {
        var socket = image.Fields.Reference(arguments, LibraryEntries.CurrentSocket);
        if (socket == 0)
        {
            return "";
        }

        var handle = image.Fields.Reference(socket, LibraryEntries.SocketHandle);
        var descriptor = image.Fields.Value<long>(handle, LibraryEntries.Handle);
        return descriptor is null ? "" : FormattableString.Invariant($"descriptor {descriptor}");
    }
}
