using System.Runtime.InteropServices;

namespace GuruReports.EndToEnd.Tests.Fleet;

/// <summary>A theory that needs the receiver, which is built for Linux on x64.</summary>
public sealed class ReceiverTheoryAttribute : TheoryAttribute
{
    public ReceiverTheoryAttribute() =>
        Skip = RuntimeInformation.RuntimeIdentifier != "linux-x64" ? "the receiver is for linux-x64" : File.Exists(Receiver.Program) ? null : "the receiver was not restored";
}
