namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>What libraries of the framework beside the core library wait with.</summary>
internal static class LibraryEntries
{
    private const string Channels = "System.Threading.Channels";
    private const string Sockets = "System.Net.Sockets";

    public static readonly RuntimeType BlockedRead = new("System.Threading.Channels.BlockedReadAsyncOperation`1", Features.Channels) { Library = Channels };
    public static readonly RuntimeType WaitingRead = new("System.Threading.Channels.WaitingReadAsyncOperation", Features.Channels) { Library = Channels };
    public static readonly RuntimeType BlockedWrite = new("System.Threading.Channels.BlockedWriteAsyncOperation`1", Features.Channels) { Library = Channels };
    public static readonly RuntimeType WaitingWrite = new("System.Threading.Channels.WaitingWriteAsyncOperation", Features.Channels) { Library = Channels };
    public static readonly RuntimeType SocketCall = new("System.Net.Sockets.Socket+AwaitableSocketAsyncEventArgs", Features.Sockets) { Library = Sockets };
    public static readonly RuntimeType SocketArguments = new("System.Net.Sockets.SocketAsyncEventArgs", Features.Sockets) { Library = Sockets };
    public static readonly RuntimeField CurrentSocket = new(SocketArguments, "_currentSocket", FieldShape.Reference, Features.Sockets);
    public static readonly RuntimeType Socket = new("System.Net.Sockets.Socket", Features.Sockets) { Library = Sockets };
    public static readonly RuntimeField SocketHandle = new(Socket, "_handle", FieldShape.Reference, Features.Sockets);
    public static readonly RuntimeType SafeHandle = new("System.Runtime.InteropServices.SafeHandle", Features.Sockets);
    public static readonly RuntimeField Handle = new(SafeHandle, "handle", FieldShape.Native, Features.Sockets);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [BlockedRead, WaitingRead, BlockedWrite, WaitingWrite, SocketCall, SocketArguments, CurrentSocket, Socket, SocketHandle, SafeHandle, Handle];
}
