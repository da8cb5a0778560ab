using System.Runtime.InteropServices;

namespace GuruReports.TestService.Faults;

/// <summary>Memory outside the managed heap, touched until the kernel ends the process; begins when the file <c>EAT_WHEN</c> names is there.</summary>
internal sealed unsafe class EatenMemory : Illness
{
    private const int BlockSize = 4 << 20;

    public override void BreakOut() => new Thread(Eat) { IsBackground = true, Name = "eating" }.Start();

    private static void Eat()
    {
        var when = Environment.GetEnvironmentVariable("EAT_WHEN")!;
        while (!File.Exists(when))
        {
            Thread.Sleep(20);
        }

        while (true)
        {
            new Span<byte>(NativeMemory.Alloc(BlockSize), BlockSize).Fill(1);
        }
    }
}
