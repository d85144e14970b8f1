def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fresh", action="store_true", help="train from the initial weights, not from the trained ones")
    parser.add_argument("--steps", type=int, help="train so many batches only")
    parser.add_argument("--evaluate", action="store_true", help="read the test images and train nothing")
    parser.add_argument("--save", help="where the weights go that are trained: a .safetensors file")
    parser.add_argument("--curve", help="where the loss of each batch goes: a .json file")
    options = parser.parse_args()
    if WORLD > 1:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    say = print if RANK == 0 else lambda *_: None
    network = Network(SETTINGS)
    network.load_state_dict(initial_weights(SETTINGS) if options.fresh else load_file(WEIGHTS))
    training_files, test_files = load_mnist()
    if not options.evaluate:
        result = train(SETTINGS, network, training_files, say, options.steps)
        if RANK == 0 and options.curve:
            with open(options.curve, "w") as file:
                json.dump(result, file)
        if RANK == 0 and options.save:
            save_file(network.state_dict(), options.save)
    device = device_of_process()
    loss, right = evaluate(network.to(device), *test_files, device)
    say(f"test images: loss {loss:.4f}, accuracy {right / len(test_files[1]):.4f}")
    if WORLD > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
