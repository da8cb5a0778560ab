namespace GuruReports.TestService.Faults;

/// <summary>Memory that is never given back, so many megabytes a second.</summary>
internal sealed class Leak(int megabytes) : Illness
{
    private const int Piece = 64 << 10;

    private readonly List<byte[]> _kept = [];

    public override void BreakOut() => new Thread(Keep) { IsBackground = true, Name = "keeper" }.Start();

    private void Keep()
    {
        var pieces = megabytes * (1 << 20) / Piece;
        while (true)
        {
            for (var piece = 0; piece < pieces / 10; piece++)
            {
                _kept.Add(new byte[Piece]);
            }

            Thread.Sleep(100);
        }
    }
}
