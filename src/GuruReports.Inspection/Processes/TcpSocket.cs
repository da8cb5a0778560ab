namespace GuruReports.Inspection.Processes;

/// <summary>One line of <c>/proc/net/tcp</c> or <c>tcp6</c>.</summary>
/// <param name="Local">The local address and port.</param>
/// <param name="Remote">The remote address and port.</param>
/// <param name="State">The state's name.</param>
/// <param name="ReceiveQueue">Bytes to be read; of a listener the connections to be accepted.</param>
/// <param name="Inode">The socket's inode; 0 when no process has it any more.</param>
internal sealed record TcpSocket(System.Net.IPEndPoint Local, System.Net.IPEndPoint Remote, string State, long ReceiveQueue, long Inode);
