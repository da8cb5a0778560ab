using System.Net;
using System.Net.Sockets;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public class DescriptorKindsTests
{
    [Fact]
    public void Read_OwnProcess_CountsWhatWasOpened()
    {
        var path = Path.GetTempFileName();
        var files = Enumerable.Range(0, 7).Select(_ => File.OpenHandle(path)).ToList();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        File.Delete(path);
        try
        {
            var kinds = DescriptorKinds.Read(SystemFiles.Real)!;
            var table = TcpTable.Read(SystemFiles.Real)!;

            Assert.True(kinds.Used >= 8);
            Assert.Equal(kinds.Used, kinds.Examined);
            Assert.Equal(7, kinds.Files[path + " (deleted)"]);
            Assert.True(kinds.Deleted >= 7);
            Assert.Contains(table.Sockets, socket => socket.Local.Equals(listener.LocalEndpoint) && socket.State == "LISTEN" && kinds.Sockets.Contains(socket.Inode));
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }
}
