package sh.inference.console.sandbox.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the host reports of itself: memory and temperature of each GPU, RAM, disk, load. */
public final class Figures {
    private static final double IDLE_TEMPERATURE = 40;
    private static final double BUSY_TEMPERATURE = 67;
    private final int[] usedMib;
    private final int[] temperature;
    private long diskFree;
    private long ramUsed;
    private double cpu = 12;

    public Figures(int gpus, long diskFree, long ramUsed) {
        this.usedMib = new int[gpus];
        this.temperature = new int[gpus];
        this.diskFree = diskFree;
        this.ramUsed = ramUsed;
        Arrays.fill(temperature, (int) IDLE_TEMPERATURE);
    }

    public void set(int gpu, int mib, int celsius) {
        usedMib[gpu] = mib;
        temperature[gpu] = celsius;
    }

    /** Moves every figure a little towards what the workers do now. */
    public void drift(Host host, List<WorkerRecord> workers, List<Integer> neededMib, RandomGenerator random) {
        for (int gpu = 0; gpu < usedMib.length; gpu++) {
            boolean busy = gpu < workers.size() && workers.get(gpu).state() == WorkerState.BUSY;
            int most = (int) (host.vram() >> 20);
            int wanted = gpu < neededMib.size() ? Math.min((int) (most * 0.94), neededMib.get(gpu)) : 0;
            int step = (wanted - usedMib[gpu]) / 3 + random.nextInt(-180, 181);
            usedMib[gpu] = Math.clamp(usedMib[gpu] + step, 400, most);
            double target = busy ? BUSY_TEMPERATURE : IDLE_TEMPERATURE;
            temperature[gpu] = Math.clamp(Math.round(temperature[gpu] + (target - temperature[gpu]) * 0.2 + random.nextDouble(-1.6, 1.6)), 30, 88);
        }
        diskFree = Math.clamp(diskFree + random.nextLong(-400, 380) * 1_000_000, host.disk() / 50, host.disk() * 95 / 100);
        ramUsed = Math.clamp(ramUsed + random.nextLong(-600, 601) * 1_000_000, host.ram() / 10, host.ram() * 9 / 10);
        cpu = Math.clamp(cpu + random.nextDouble(-4, 4), 1, 98);
    }

    public long usedBytes(int gpu) {
        return (long) usedMib[gpu] << 20;
    }

    public int temperature(int gpu) {
        return temperature[gpu];
    }

    public long diskFree() {
        return diskFree;
    }

    public long ramUsed() {
        return ramUsed;
    }

    public double cpu() {
        return cpu;
    }
}
