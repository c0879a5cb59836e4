package sh.inference.console.model;

/** The members of a worker that a partial update can name (contract 5.4, 8.5). */
public enum WorkerField {
    INDEX, STATUS, TASK, APP, APP_VERSION, GPUS, RAM, WARM_APPS
}
