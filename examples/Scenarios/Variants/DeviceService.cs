namespace Scenarios.Variants;

/// <summary>A long-running task for each device, each in a wait of its own; devices leave, their threads stay.</summary>
internal sealed class DeviceService : BackgroundService
{
    private readonly List<Device> _devices = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var number = 0; number < 220; number++)
        {
            var device = new Device();
            _devices.Add(device);
            Task.Factory.StartNew(device.ListenToDevice, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Ready.When(() => _devices.TrueForAll(device => device.Listening));
        return Task.CompletedTask;
    }

    private sealed class Device
    {
        private readonly object _signal = new();

        public bool Listening { get; private set; }

        public void ListenToDevice()
        {
            lock (_signal)
            {
                Listening = true;
                Monitor.Wait(_signal);
            }
        }
    }
}
