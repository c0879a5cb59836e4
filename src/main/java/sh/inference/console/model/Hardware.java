package sh.inference.console.model;

/** What a cloud instance is made of (contract 7.1); zero where the provider does not say. */
public record Hardware(String gpuType, int gpus, int vramPerGpuGb, int memoryGb, int storageGb, int vcpus) {
}
