using System.Runtime.InteropServices;

namespace GuruReports.TestService.Faults;

/// <summary>All descriptors at once, before anything else can have one; given back after so many seconds. Throws nothing: without a descriptor an exception ends a process by itself.</summary>
internal sealed partial class TakenDescriptors : Illness, IDisposable
{
    private readonly ManualResetEventSlim _isSick = new();
    private readonly List<int> _taken = new(1 << 20);

    // Made beforehand: a thread needs descriptors too.
    public TakenDescriptors(int seconds) => new Thread(() => GiveBack(seconds)) { IsBackground = true, Name = "giver" }.Start();

    public override void BreakOut()
    {
        while (Duplicate(0) is >= 0 and var descriptor)
        {
            _taken.Add(descriptor);
        }

        _isSick.Set();
    }

    public void Dispose() => _isSick.Dispose();

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    private void GiveBack(int seconds)
    {
        _isSick.Wait();
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        _taken.ForEach(static descriptor => _ = Close(descriptor));
        Hosts.ServiceHost.Say("given back");
    }
}
