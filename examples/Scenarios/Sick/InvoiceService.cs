namespace Scenarios.Sick;

/// <summary>Opens the template for every invoice and never closes it.</summary>
internal sealed class InvoiceService : BackgroundService
{
    private readonly List<FileStream> _open = [];

    public InvoiceService() => DescriptorLimit.Set(1024);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var template = Path.Combine(Path.GetTempPath(), $"invoice-template-{Environment.ProcessId}.txt");
        File.WriteAllText(template, "Dear customer");
        while (DescriptorLimit.CountOpen() < 1000)
        {
            _open.Add(File.OpenRead(template));
        }

        File.Delete(template);
        Ready.When(() => _open.Count > 0);
        return Task.CompletedTask;
    }
}
