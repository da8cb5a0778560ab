using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Describes what a socket's awaitable operation waits for.</summary>
internal static class Sockets
{
    public static string Describe(Image image, ulong arguments)
    {
        var socket = image.Fields.Reference(arguments, "_currentSocket");
        if (socket == 0)
        {
            return "";
        }

        var handle = image.Fields.Reference(socket, "_handle");
        var descriptor = image.Fields.Value<long>(handle, "handle");
        return descriptor is null ? "" : FormattableString.Invariant($"descriptor {descriptor}");
    }
}
