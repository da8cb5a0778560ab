namespace Scenarios.Evidence;

/// <summary>Spools receipts as small files and keeps the last ones: well where there is room, sick on a disk without (SPOOL_DIRECTORY).</summary>
internal sealed class ReceiptSpool : BackgroundService
{
    private const int Kept = 20;
    private const int Size = 32 << 10;
    private readonly string _directory = Environment.GetEnvironmentVariable("SPOOL_DIRECTORY") ?? Directory.CreateTempSubdirectory("receipts").FullName;
    private int _lost;
    private int _tried;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _tried) > 2 * Kept);
        for (var number = 0; !stoppingToken.IsCancellationRequested; number++)
        {
            try
            {
                WriteReceipt(number);
                File.Delete(PathOf(number - Kept));
            }
            catch (IOException)
            {
                _lost++;
            }

            Interlocked.Increment(ref _tried);
            await Task.Delay(TimeSpan.FromMilliseconds(20), stoppingToken);
        }
    }

    private void WriteReceipt(int number) => File.WriteAllBytes(PathOf(number), new byte[Size]);

    private string PathOf(int number) => Path.Combine(_directory, $"receipt-{number}");
}
