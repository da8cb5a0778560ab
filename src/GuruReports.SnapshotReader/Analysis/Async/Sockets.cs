using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Describes what a socket's awaitable operation waits for.</summary>
internal static class Sockets
{
    public static string Describe(Image image, ulong arguments) => DescriptorOf(image, arguments) is { } descriptor ? FormattableString.Invariant($"descriptor {descriptor}") : "";

    /// <summary>The descriptor of the socket of an operation; null for all else, and when it has none.</summary>
    public static int? DescriptorOf(Image image, ulong arguments)
    {
        var socket = image.Kinds.KindAt(arguments)?.Is(LibraryEntries.SocketCall) == true ? image.Fields.Reference(arguments, LibraryEntries.CurrentSocket) : 0;
        var descriptor = socket == 0 ? null : image.Fields.Value<long>(image.Fields.Reference(socket, LibraryEntries.SocketHandle), LibraryEntries.Handle);
        return descriptor is >= 0 and <= int.MaxValue ? (int)descriptor.Value : null;
    }
}
